// What the screens know of the protocol: worked out as they are built, and not again in every browser.
import { fromBinary } from '@bufbuild/protobuf';
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  FieldDescriptorProto_Label,
  type FieldDescriptorProto,
  FieldDescriptorProto_Type,
  FileDescriptorProtoSchema,
} from '@bufbuild/protobuf/wkt';
import type { Plugin } from 'vite';
import type { EnumTable, FileTable, MessageTable } from './clients/kit/described.ts';

/** Puts a table of clients/kit/described.ts in the place of every descriptor that is bytes. */
export function describedByTables(): Plugin {
  return {
    name: 'rostrum-described-by-tables',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /(rostrum\/v1\/\w+|timestamp)_pb\.[jt]s$/, code: 'fileDesc("' },
      handler(code) {
        const enums: string[] = [];
        const short = code
          .replace(
            /\bfileDesc\("([^"]*)"/g,
            (_, bytes: string) => `described(${JSON.stringify(tableOf(bytes))}`,
          )
          // An enum is made of its table, rather than be written a second time.
          .replace(/^export enum (\w+) \{[^}]*\}/gm, (_, name: string) => {
            enums.push(`export const ${name} = /*@__PURE__*/ tsEnum(${name}Schema);`);
            return '';
          });
        const imports = [
          "import { described } from '$kit/described';",
          "import { tsEnum } from '@bufbuild/protobuf/codegenv2';",
        ];
        return { code: [...imports, short, ...enums].join('\n'), map: null };
      },
    },
  };
}

/**
 * @param bytes of a file's descriptor, in base 64
 * @throws where the file has what the tables cannot say
 */
export function tableOf(bytes: string): FileTable {
  const file = fromBinary(FileDescriptorProtoSchema, Buffer.from(bytes, 'base64'));
  if (file.syntax !== 'proto3' || file.extension.length > 0 || file.service.length > 0)
    throw new Error(`clients/kit/described.ts has no tables for what ${file.name} holds`);
  return {
    name: file.name.replace(/\.proto$/, ''),
    package: file.package,
    enums: file.enumType.map(enumTable),
    messages: file.messageType.map((each) => messageTable(each, file.package)),
  };
}

function enumTable({ name, value, options }: EnumDescriptorProto): EnumTable {
  if (options) throw new Error(`clients/kit/described.ts knows no options of an enum: ${name}`);
  const usual = `${name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_`;
  const prefix = value.every((each) => each.name.startsWith(usual)) ? usual : '';
  const values = numbered(value, 0).map((each) => each.slice(prefix.length));
  return [name, prefix, values.join(' ')];
}

function messageTable(message: DescriptorProto, within: string): MessageTable {
  const { name, field, enumType, nestedType, options } = message;
  if (options) throw new Error(`clients/kit/described.ts knows no options of a message: ${name}`);
  const names = numbered(field, 1);
  const fields = field.map((each, i) => `${names[i]} ${typeOf(each, message, within)}`).join();
  if (nestedType.length > 0)
    return [
      name,
      fields,
      enumType.map(enumTable),
      nestedType.map((each) => messageTable(each, within)),
    ];
  return enumType.length > 0 ? [name, fields, enumType.map(enumTable)] : [name, fields];
}

function typeOf(field: FieldDescriptorProto, message: DescriptorProto, within: string): string {
  const { name, type, typeName, label, options, oneofIndex, proto3Optional } = field;
  if (options || type === FieldDescriptorProto_Type.GROUP)
    throw new Error(`clients/kit/described.ts cannot say what ${message.name}.${name} is`);
  const of = typeName ? nameWithin(within, typeName) : String(type);
  if (label === FieldDescriptorProto_Label.REPEATED) return `${of} *`;
  if (proto3Optional) return `${of} ?`;
  // Zero is an index too, and what is not set reads as zero.
  const oneof = Object.hasOwn(field, 'oneofIndex') && message.oneofDecl[oneofIndex]?.name;
  return oneof ? `${of} ${oneof}` : of;
}

/** @param typeName with a leading point, as descriptors have it */
function nameWithin(within: string, typeName: string): string {
  return typeName.slice(typeName.startsWith(`.${within}.`) ? within.length + 1 : 1);
}

/** Names, with their numbers where those do not follow on one another. */
function numbered(each: { name: string; number: number }[], first: number): string[] {
  return each.map(({ name, number }, i) =>
    number === (each[i - 1]?.number ?? first - 1) + 1 ? name : `${name}=${number}`,
  );
}
