import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { modelCard } from './model-card.ts';
import { exampleModel } from './testing/example-model.ts';

const { config } = exampleModel();
const card = modelCard(config);

function frontMatter(text: string) {
  return parse(text.split('---\n')[1]!);
}

describe('modelCard', () => {
  it('begins with front matter that the Hugging Face hub reads', () => {
    expect(card.startsWith('---\n')).toBe(true);
    const meta = frontMatter(card);
    expect(meta).toMatchObject({ license: 'Apache-2.0', pipeline_tag: 'image-classification', datasets: ['cohort'] });
    const [{ name, results }] = meta['model-index'];
    expect(name).toBe('example');
    expect(results[0].metrics[0]).toEqual({ type: 'balanced_accuracy', value: 0.9167 });
  });

  it('says what it is not', () => {
    expect(card).toContain('never a diagnosis');
    expect(card).toContain('Not validated on real children: it was tested on rendered faces only');
    expect(card).toContain('Not validated on real children for: anger, disgust, fear');
  });

  it('names the classes that were validated on children when some were', () => {
    const validated = modelCard({
      ...config,
      classesValidatedOnChildren: ['happiness'],
      testedOn: 'images of this ward',
    });
    expect(validated).not.toContain('Not validated on real children: it was');
    expect(validated).toContain('- Real children who show anger or disgust or fear or sadness or surprise or neutral.');
    expect(validated).not.toMatch(/Not validated on real children for:[^\n]*happiness/);
  });

  it('says first how often it is right, on whom, where it is weakest and whether it may be used', () => {
    const plain = card.slice(card.indexOf('# example'), card.indexOf('## Intended use'));
    expect(plain).toMatch(
      /On rendered faces \(12 images of 4 children\): right on 92 of 100 \(95 % interval \d+ to 100\), whether sure or not/,
    );
    expect(plain).toMatch(/anger is missed most often: found on 50 of 100 \(95 % interval \d+ to \d+; 2 images\)/);
    expect(plain).toContain('**Too few children to tell:** its figures rest on 4, and sites ask for 20');
    expect(plain).toContain('It was not compared with another model');
    const chance = { value: 0.11, low: 0.02, high: 0.3 };
    expect(modelCard({ ...config, test: { ...config.test!, balancedAccuracy: chance } })).toContain(
      '**Not as it is:** it is not shown to do better than naming emotions without looking.',
    );
    expect(modelCard({ ...config, test: null })).toContain('**Not as it is:** it has not been tested.');
  });

  it.each([
    [0.021, 0.004, 0.037, 'It is better than base by 2.1 points of balanced accuracy (95 % interval 0.4 to 3.7).'],
    [
      0.01,
      -0.02,
      0.04,
      'No difference from base can be shown: 1.0 points of balanced accuracy (95 % interval -2.0 to 4.0).',
    ],
    [-0.05, -0.08, -0.02, 'It is worse than base by 5.0 points of balanced accuracy'],
  ])('says of a difference of %d what can be said', (value, low, high, sentence) => {
    const difference = { value, low, high };
    const comparison = { images: 12, subjects: 4, reference: config.test!, referenceModelId: 'base' };
    expect(
      modelCard({
        ...config,
        comparison: { ...comparison, accuracyDifference: difference, balancedAccuracyDifference: difference },
      }),
    ).toContain(sentence);
  });

  it('holds the command, the split and who was left out', () => {
    expect(card).toContain(`\`\`\`\n${config.command}\n\`\`\``);
    expect(card).toContain('Left out beforehand: 1 subject, whom neither this card nor the command below names.');
    expect(card).not.toContain('c021');
    expect(card).toContain(`hash \`${config.split.hash}\``);
  });

  it('gives every figure with interval and n', () => {
    expect(card).toMatch(/\| Balanced accuracy \| 0\.917 \[0\.\d{3}, \d\.\d{3}\] \| 12 images, 4 subjects \|/);
    expect(card).toMatch(
      /bootstrap over subjects.* no narrower than the Wilson interval.* small calibration error leans upwards/,
    );
    expect(card).toContain('No image showed disgust: no figure covers it.');
    expect(card).toContain('| disgust | 0 | - | - |');
    expect(card).toMatch(/\| 3-5 \| 6 \| 2 \|/);
  });

  it('says from where on distress is likely and what that does at each age, or that the model has no such line', () => {
    expect(card).toMatch(/"Distress likely" is said where .* is 0\.300 or more, "not seen" where it is below 0\.200/);
    expect(card).toMatch(/\| all \| 0\.833 \[.*6 images, \d subjects/);
    expect(card).toMatch(/\| 3-5 years \| /);
    expect(card).toMatch(/false alarm at rest: "likely" of neutral .*false alarm: "likely" of all others/);
    expect(modelCard({ ...config, distress: null })).toContain('It says nothing of distress');
  });

  it('shows the comparison, and says when there was no test', () => {
    const zero = { value: 0.02, low: -0.01, high: 0.05 };
    const comparison = {
      referenceModelId: 'base',
      images: 12,
      subjects: 4,
      accuracyDifference: zero,
      balancedAccuracyDifference: zero,
      reference: config.test!,
    };
    expect(modelCard({ ...config, comparison })).toContain('| Balanced accuracy | 0.020 [-0.010, 0.050] |');
    expect(modelCard({ ...config, test: null })).toContain('It has not been tested.');
  });

  it('gives the figures on each dataset with what they cover, and the number of looks', () => {
    const test = { dataset: 'cohort', shows: 'rendered faces', realChildren: false, hash: 'h', lookCount: 2 };
    const one = modelCard({ ...config, tests: [{ ...test, evaluation: config.test! }] });
    expect(one).toContain('This was look no. 2 at this test set');
    expect(one).not.toContain('### rendered faces');
    const restricted = { ...config.test!, subjectsKnown: false, restrictedTo: ['anger' as const], leftOut: 3 };
    const web = { ...test, dataset: 'web', shows: 'photographs', realChildren: true, evaluation: restricted };
    const both = modelCard({ ...config, tests: [{ ...test, evaluation: config.test! }, web] });
    expect(both).toContain('### rendered faces: cohort');
    expect(both).toContain('On rendered faces (cohort), no real children: 12 images of 4 subjects. Look no. 2');
    expect(both).toMatch(
      /### photographs: web\n\nOn photographs \(web\), real children: 12 images of 4 subjects as far/,
    );
    expect(both).toContain('enough images show: anger. 3 images of others were left out');
  });

  it('warns where subjects were not known', () => {
    const blind = modelCard({ ...config, split: { ...config.split, subjectsKnown: false } });
    expect(blind).toContain('a leak between splits cannot be shown');
  });

  it('says what computed and why, and ends with the notes of those who made it', () => {
    const { config } = exampleModel();
    const engine = { ...config.engine, device: 'CPU, 2 threads', threads: 2, workers: 1, reason: 'it was asked for' };
    const card = modelCard({ ...config, engine, notes: 'Photographs from the web; none is shipped.\n' });
    expect(card).toContain(`${config.engine.name} (CPU, 2 threads, `);
    expect(card).toContain('Engine: it was asked for.');
    expect(card).toMatch(/## Notes of those who made it\n\nPhotographs from the web; none is shipped\.\s*$/);
    expect(modelCard(config)).not.toContain('## Notes');
  });

  it('says of a model of an earlier version that its workers divided the loss', () => {
    const { config } = exampleModel();
    const engine = { ...config.engine, workers: 2 };
    expect(modelCard({ ...config, engine })).toContain('Each batch was divided among 2 workers');
    expect(modelCard({ ...config, engine: { ...engine, wholeBatches: true } })).not.toContain('divided among');
  });

  it('gives unlike test images apart, to people before their mean and to machines instead of it', () => {
    const { config } = exampleModel();
    const of = (dataset: string, shows: string) => ({
      dataset,
      shows,
      realChildren: false,
      hash: 'ab',
      lookCount: 1,
      evaluation: config.test!,
    });
    const card = modelCard({ ...config, tests: [of('ward', 'photographs'), of('cohort', 'rendered faces')] });
    const [first, second, together] = [
      '### photographs: ward',
      '### rendered faces: cohort',
      '### All of them together',
    ].map((heading) => card.indexOf(heading));
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first!);
    expect(together).toBeGreaterThan(second!);
    expect(frontMatter(card)['model-index'][0].results).toHaveLength(2);
  });
});
