import {
  fromJson,
  toJsonString,
  type DescMessage,
  type JsonValue,
  type MessageJsonType,
} from '@bufbuild/protobuf';
import { parse, type Received, type WithNumbers } from '$kit/protocol';

/** The fields that a test names, of a message and of those in it. */
export type Fields<Desc extends DescMessage> = WithNumbers<MessageJsonType<Desc>>;

/** A message as a screen receives it, with default values for the fields that a test does not name. */
export function received<Desc extends DescMessage>(
  schema: Desc,
  fields = {} as Fields<Desc>,
): Received<MessageJsonType<Desc>> {
  return parse(jsonOf(schema, fields));
}

/** A message as the server writes it. Throws for fields that it does not have. */
export function jsonOf<Desc extends DescMessage>(schema: Desc, fields: Fields<Desc>): string {
  const message = fromJson(schema, fields as JsonValue);
  return toJsonString(schema, message, { alwaysEmitImplicit: true });
}
