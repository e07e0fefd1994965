import { createRequire } from 'node:module';
import type { RecordedGraph, RecordedNode } from './recorded-graph.ts';
import type { OpAttribute, TensorflowBinding } from './tensorflow-binding.ts';

/** Not called `require`: the build declares one of that name in every chunk that seems to need it. */
const nodeRequire = createRequire(import.meta.url);

/** How the messages' classes, which the package has without types, are used here: setters by name. */
// biome-ignore lint/suspicious/noExplicitAny: generated code of the package, without types
type Message = any;

/** Graphs of this version and later are read with today's meaning of every operation; TensorFlow 2.19 writes 2128. */
const GRAPH_PRODUCER = 2000;
const SCHEMA_VERSION = 1;

/** By which the graph is found in its file. */
export const SERVE = 'serve';

/**
 * A recorded graph as the bytes of a SavedModel, by the messages that the package itself reads models with.
 *
 * @throws Error that names operation and attribute where one is of a kind that is not known here.
 */
export function savedModelBytes(binding: TensorflowBinding, graph: RecordedGraph): Uint8Array {
  const messages: Message = nodeRequire('@tensorflow/tfjs-node-gpu/dist/proto/api_pb');

  const set = (message: Message, values: Readonly<Record<string, unknown>>): Message => {
    for (const [name, value] of Object.entries(values)) message[`set${name}`](value);
    return message;
  };
  const shapeOf = (shape: readonly number[]): Message =>
    set(new messages.TensorShape(), {
      DimList: shape.map((size) => set(new messages.TensorShape.Dim(), { Size: size })),
    });
  const attribute = (values: Readonly<Record<string, unknown>>): Message => set(new messages.AttrValue(), values);
  const list = (values: Readonly<Record<string, unknown>>): Message =>
    attribute({ List: set(new messages.AttrValue.ListValue(), values) });

  function attributeOf(operation: string, { name, type, value }: OpAttribute): Message {
    const isList = Array.isArray(value);
    switch (type) {
      case binding.TF_ATTR_TYPE:
        return isList ? list({ TypeList: value }) : attribute({ Type: value });
      case binding.TF_ATTR_INT:
        return isList ? list({ IList: value }) : attribute({ I: value });
      case binding.TF_ATTR_FLOAT:
        return isList ? list({ FList: value }) : attribute({ F: value });
      case binding.TF_ATTR_BOOL:
        return isList ? list({ BList: value }) : attribute({ B: Boolean(value) });
      case binding.TF_ATTR_STRING:
        if (!isList) return attribute({ S: Buffer.from(String(value)) });
        break;
      case binding.TF_ATTR_SHAPE:
        if (isList && value.every((each) => typeof each === 'number')) return attribute({ Shape: shapeOf(value) });
        break;
    }
    throw new Error(`the attribute ${name} of ${operation} is of a kind that is not known here (${type})`);
  }

  const node = (
    name: string,
    operation: string,
    inputs: readonly string[],
    attributes: [string, Message][],
  ): Message => {
    const message = set(new messages.NodeDef(), { Name: name, Op: operation, InputList: inputs });
    for (const [key, value] of attributes) message.getAttrMap().set(key, value);
    return message;
  };

  function nodeOf(each: RecordedNode): Message {
    if (each.kind === 'operation') {
      const { name, operation, inputs, attributes } = each;
      return node(
        name,
        operation,
        inputs,
        attributes.map((own) => [own.name, attributeOf(operation, own)]),
      );
    }
    const { name, type, shape } = each;
    if (each.kind === 'input') {
      const attributes: [string, Message][] = [
        ['dtype', attribute({ Type: type })],
        ['shape', attribute({ Shape: shapeOf(shape) })],
      ];
      return node(name, 'Placeholder', [], attributes);
    }
    const { data } = each;
    const content = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const tensor = set(new messages.Tensor(), { Dtype: type, TensorShape: shapeOf(shape), TensorContent: content });
    return node(
      name,
      'Const',
      [],
      [
        ['dtype', attribute({ Type: type })],
        ['value', attribute({ Tensor: tensor })],
      ],
    );
  }

  const graphDef = set(new messages.GraphDef(), {
    NodeList: graph.nodes.map(nodeOf),
    Versions: set(new messages.VersionDef(), { Producer: GRAPH_PRODUCER }),
  });
  const meta = set(new messages.MetaGraphDef(), {
    MetaInfoDef: set(new messages.MetaGraphDef.MetaInfoDef(), { TagsList: [SERVE] }),
    GraphDef: graphDef,
  });
  return set(new messages.SavedModel(), {
    SavedModelSchemaVersion: SCHEMA_VERSION,
    MetaGraphsList: [meta],
  }).serializeBinary();
}
