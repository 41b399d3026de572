import {
  create,
  fromBinary,
  fromJson,
  toBinary,
  toJson,
  type DescField,
  type DescFile,
  type DescMessage,
  type DescOneof,
  type Message,
} from '@bufbuild/protobuf';
import { tsEnum } from '@bufbuild/protobuf/codegenv2';
import { reflect, scalarZeroValue } from '@bufbuild/protobuf/reflect';
import { FileDescriptorProtoSchema } from '@bufbuild/protobuf/wkt';
import { describe, expect, test } from 'vitest';
import { described } from '$kit/described';
import { tableOf } from '../../vite.descriptors';

const modules = import.meta.glob<Record<string, unknown>>('/build/proto-ts/rostrum/v1/*_pb.ts', {
  eager: true,
});
const isFile = (value: unknown): value is DescFile => (value as DescFile).kind === 'file';
/** As the library reads them. */
const files = Object.values(modules).flatMap((exported) => Object.values(exported).filter(isFile));

const ours = new Map<string, DescFile>();

function describedAs(file: DescFile): DescFile {
  const known = ours.get(file.name);
  if (known) return known;
  const imports = file.dependencies.map(describedAs);
  const bytes = Buffer.from(toBinary(FileDescriptorProtoSchema, file.proto)).toString('base64');
  const made = described(tableOf(bytes), imports);
  ours.set(file.name, made);
  return made;
}

/** All that a descriptor says, without turning in circles. */
function told(value: unknown, key = ''): unknown {
  if (typeof value === 'function') return key === 'toString' ? undefined : 'a function';
  if (Array.isArray(value)) return value.map((each) => told(each));
  if (typeof value !== 'object' || value === null) return value;
  if (['file', 'parent', 'message', 'enum', 'oneof'].includes(key)) return String(value);
  const entries = Object.entries(value).filter(([name]) => name !== 'proto');
  return { ...Object.fromEntries(entries.map(([k, v]) => [k, told(v, k)])), as: String(value) };
}

function allOf(messages: readonly DescMessage[]): DescMessage[] {
  return messages.flatMap((message) => [message, ...allOf(message.nestedMessages)]);
}

test('the files of the protocol are all there', () => {
  expect(files.map(({ name }) => name)).toContain('rostrum/v1/live');
  expect(files.length).toBeGreaterThanOrEqual(8);
});

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
  const own = describedAs(file);

  test('is described as the library describes it', () => {
    expect(told(own.enums)).toEqual(told(file.enums));
    expect(told(own.messages)).toEqual(told(file.messages));
    expect([own.name, own.edition]).toEqual([file.name, file.edition]);
  });

  test('has the enums that were generated', () => {
    const exported = modules[`/build/proto-ts/${file.name}_pb.ts`]!;
    for (const each of own.enums) expect(tsEnum(each)).toEqual(exported[each.name]);
  });

  test('is read and written alike, field by field', () => {
    const theirs = allOf(file.messages);
    allOf(own.messages).forEach((schema, i) => {
      const full = filled(theirs[i]!, 3);
      const bytes = toBinary(theirs[i]!, full);
      const read = fromBinary(schema, bytes);
      expect(read).toEqual(full);
      expect(toBinary(schema, read)).toEqual(bytes);
      const json = toJson(theirs[i]!, full);
      expect(toJson(schema, read)).toEqual(json);
      expect(fromJson(schema, json)).toEqual(full);
      expect(create(schema)).toEqual(create(theirs[i]!));
    });
  });
});

/** A message with something in every field, to a depth. */
function filled(schema: DescMessage, depth: number): Message {
  const message = create(schema);
  const fields = reflect(schema, message);
  for (const member of schema.members) {
    const field: DescField = member.kind === 'oneof' ? lastOf(member) : member;
    if (field.message && depth === 0) continue;
    if (field.fieldKind === 'list') {
      const list = fields.get(field);
      for (let i = 0; i < 2; i++) list.add(valueOf(field, depth) as never);
    } else if (field.fieldKind !== 'map') fields.set(field, valueOf(field, depth) as never);
  }
  return message;
}

const lastOf = ({ fields }: DescOneof) => fields.at(-1)!;

function valueOf(field: DescField, depth: number): unknown {
  if (field.message) return reflect(field.message, filled(field.message, depth - 1));
  if (field.enum) return field.enum.values.at(-1)!.number;
  switch (typeof scalarZeroValue(field.scalar!, false)) {
    case 'string':
      return `«${field.name}»`;
    case 'bigint':
      // Beyond what a number holds; a Timestamp's years have four digits.
      return field.parent.name === 'Timestamp' ? 1_790_000_000n : 9_007_199_254_740_993n;
    case 'boolean':
      return true;
    case 'number':
      return field.number;
    default:
      return new Uint8Array([field.number, 255]);
  }
}

test('what the tables cannot say is no table', () => {
  const proto = (syntax: string) =>
    Buffer.from(
      toBinary(FileDescriptorProtoSchema, create(FileDescriptorProtoSchema, { syntax })),
    ).toString('base64');
  expect(() => tableOf(proto('proto2'))).toThrow('has no tables for what');
  expect(tableOf(proto('proto3'))).toMatchObject({ messages: [], enums: [] });
});
