/**
 * The messages of the protocol as @bufbuild/protobuf asks for them, made of short tables.
 *
 * protoc-gen-es writes each file's descriptor as bytes, and the library reads those in every browser
 * anew, with all that descriptors may hold: two thirds of its size. vite.descriptors.ts puts these tables
 * in their place as the screens are built.
 */
import type { DescEnum, DescField, DescFile, DescMessage } from '@bufbuild/protobuf';
import { protoCamelCase, safeObjectProperty } from '@bufbuild/protobuf/reflect';

/** A file in proto3 syntax. */
export interface FileTable {
  /** Without `.proto`. */
  name: string;
  package: string;
  enums: readonly EnumTable[];
  messages: readonly MessageTable[];
}

/**
 * Name; what the names of its values begin with; and the rest of each, with its number where that does
 * not follow on the one before, or on -1: `UNSPECIFIED OPEN CLOSED=4`.
 */
export type EnumTable = readonly [string, string, string];

/** Name, fields, and what is declared inside it. */
export type MessageTable = readonly [
  string,
  /**
   * `log_id 9,revision 4,room=7 .Room`: each field's name, its number where that does not
   * follow on the one before, or on 0, and the number of a scalar type or the full name of another, without
   * the package where that is the file's; then `*` when it is repeated, `?` when it is marked optional, or
   * the name of the oneof that it is in.
   */
  string,
  (readonly EnumTable[])?,
  (readonly MessageTable[])?,
];

const EDITION_PROTO3 = 999;
const EXPLICIT = 1;
const IMPLICIT = 2;
const TYPE_STRING = 9;
const TYPE_BYTES = 12;

/** While it is being made. */
type Made<Desc> = { -readonly [Key in keyof Desc]: Desc[Key] };

/** All that was described so far, by full name. */
const types = new Map<string, DescMessage | DescEnum>();

/** @param imports described before it: its fields may be of their types */
export function described(table: FileTable, imports: readonly DescFile[] = []): DescFile {
  const file = {
    kind: 'file',
    proto: { name: `${table.name}.proto`, package: table.package },
    name: table.name,
    edition: EDITION_PROTO3,
    deprecated: false,
    dependencies: imports,
    extensions: [],
    services: [],
    toString: () => `file ${table.name}.proto`,
  } as unknown as Made<DescFile>;
  const later: (() => void)[] = [];
  file.enums = table.enums.map((each) => enumOf(each, file, undefined));
  file.messages = table.messages.map((each) => messageOf(each, file, undefined, later));
  // A field's type may stand below it.
  for (const fields of later) fields();
  return file;
}

function enumOf(
  [name, prefix, values]: EnumTable,
  file: DescFile,
  parent: DescMessage | undefined,
): DescEnum {
  const desc = {
    ...typeOf('enum', name, file, parent),
    open: true,
    sharedPrefix: prefix ? prefix.toLowerCase() : undefined,
    value: {},
  } as unknown as Made<DescEnum>;
  desc.values = numbered(values.split(' '), 0).map(([rest, number]) => {
    const value = {
      kind: 'enum_value',
      parent: desc,
      name: prefix + rest,
      localName: safeObjectProperty(rest),
      jsonName: prefix + rest,
      number,
      deprecated: false,
      toString: () => `enum value ${desc.typeName}.${prefix}${rest}`,
    } as DescEnum['values'][number];
    desc.value[number] ??= value;
    return value;
  });
  types.set(desc.typeName, desc);
  return desc;
}

function messageOf(
  [name, fields, enums = [], messages = []]: MessageTable,
  file: DescFile,
  parent: DescMessage | undefined,
  later: (() => void)[],
): DescMessage {
  const desc = {
    ...typeOf('message', name, file, parent),
    fields: [],
    field: {},
    oneofs: [],
    members: [],
    nestedExtensions: [],
  } as unknown as Made<DescMessage>;
  types.set(desc.typeName, desc);
  desc.nestedEnums = enums.map((each) => enumOf(each, file, desc));
  desc.nestedMessages = messages.map((each) => messageOf(each, file, desc, later));
  later.push(() => {
    for (const [name, number, rest] of numbered(fields ? fields.split(',') : [], 1)) {
      const [type, of] = rest.split(' ');
      addField(desc, name, number, type!, of);
    }
  });
  return desc;
}

function typeOf<Kind>(kind: Kind, name: string, file: DescFile, parent: DescMessage | undefined) {
  const typeName = `${parent?.typeName ?? file.proto.package}.${name}`;
  const toString = () => `${kind} ${typeName}`;
  return { kind, name, typeName, file, parent, deprecated: false, toString };
}

/** Each name with its number, and what stands behind it. */
function numbered(
  entries: string[],
  first: number,
): [name: string, number: number, rest: string][] {
  let next = first;
  return entries.map((entry) => {
    const [, name, told, rest] = /^(\w+)(?:=(\d+))? ?(.*)$/.exec(entry)!;
    const number = told ? Number(told) : next;
    next = number + 1;
    return [name!, number, rest!];
  });
}

function addField(
  parent: DescMessage,
  name: string,
  number: number,
  type: string,
  of: string | undefined,
): void {
  const repeated = of === '*';
  const oneof = !of || repeated || of === '?' ? undefined : oneofOf(of, parent);
  const target = types.get(type.startsWith('.') ? parent.file.proto.package + type : type);
  const kind = target?.kind ?? 'scalar';
  const scalar = target ? undefined : Number(type);
  const packable = kind !== 'message' && scalar !== TYPE_STRING && scalar !== TYPE_BYTES;
  const field = {
    kind: 'field',
    parent,
    oneof,
    name,
    localName: oneof ? protoCamelCase(name) : safeObjectProperty(protoCamelCase(name)),
    jsonName: protoCamelCase(name),
    number,
    deprecated: false,
    fieldKind: repeated ? 'list' : kind,
    listKind: repeated ? kind : undefined,
    scalar,
    message: kind === 'message' ? target : undefined,
    enum: kind === 'enum' ? target : undefined,
    mapKind: undefined,
    mapKey: undefined,
    presence: of === '?' || oneof || (kind === 'message' && !repeated) ? EXPLICIT : IMPLICIT,
    utf8Validation: true,
    longAsString: false,
    delimitedEncoding: kind === 'message' ? false : undefined,
    packed: repeated ? packable : undefined,
    getDefaultValue: repeated ? undefined : () => undefined,
    toString: () => `field ${parent.typeName}.${name}`,
  } as unknown as DescField;
  parent.fields.push(field);
  parent.field[field.localName] = field;
  if (oneof) oneof.fields.push(field);
  else parent.members.push(field);
}

type Oneof = DescMessage['oneofs'][number];

function oneofOf(name: string, parent: DescMessage): Oneof {
  const known = parent.oneofs.find((each) => each.name === name);
  if (known) return known;
  const oneof = {
    kind: 'oneof',
    parent,
    name,
    localName: safeObjectProperty(protoCamelCase(name)),
    fields: [],
    deprecated: false,
    toString: () => `oneof ${parent.typeName}.${name}`,
  } as unknown as Oneof;
  parent.oneofs.push(oneof);
  parent.members.push(oneof);
  return oneof;
}
