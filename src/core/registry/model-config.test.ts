import { describe, expect, it } from 'vitest';
import { parseModelConfig } from './model-config.ts';
import { exampleModel } from './testing/example-model.ts';

const { config } = exampleModel();

describe('parseModelConfig', () => {
  it('reads what was written', () => {
    expect(parseModelConfig(JSON.stringify(config))).toEqual(config);
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['a later format', { formatVersion: 2 }, /config.json: formatVersion/],
    ['an id that leads out of its folder', { id: '../base' }, /config.json: id: an id is/],
    ['an emotion of another spelling', { classes: ['anger', 'joy'] }, /config.json: classes.1/],
    ['a class twice', { classes: ['anger', 'anger'] }, /no class twice/],
    ['a threshold of 0, below which nothing is ever "not sure"', { threshold: 0 }, /config.json: threshold/],
    ['a threshold of 1', { threshold: 1 }, /config.json: threshold/],
    [
      'limits of distress that overlap',
      { distress: { atLeast: 0.3, below: 0.4 } },
      /config.json: distress: below must/,
    ],
    ['a limit of distress of 0', { distress: { atLeast: 0, below: 0 } }, /config.json: distress.atLeast/],
    ['a temperature of 0', { temperature: 0 }, /config.json: temperature/],
    [
      'a net that would not fit into memory',
      { architecture: { ...config.architecture, stageChannels: [1e6] } },
      /stageChannels/,
    ],
  ])('refuses %s, naming the field', (_, change, message) => {
    const json = typeof change === 'string' ? change : JSON.stringify({ ...config, ...change });
    expect(() => parseModelConfig(json)).toThrow(message);
  });
});
