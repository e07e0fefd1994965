import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type FieldProblem, fieldProblems } from './field-problem.ts';

/** Words by field; a field without any has none. */
type FieldWords<V> = { readonly [field in keyof V]?: string | null };

export interface CheckedFormOptions<V> {
  readonly initialValues: V;
  /** For fields whose rule the general words do not tell, such as how a code is written. */
  readonly wrong?: FieldWords<V>;
  /** What no schema knows, such as a password typed twice. Words for the fields that are wrong. */
  readonly check?: (values: V) => FieldWords<V>;
}

interface CheckedForm<V extends object> {
  readonly form: UseFormReturnType<V>;
  /** Makes the handler of the form element; `send` is called when nothing is wrong. */
  readonly onSubmit: (send: () => void) => (event: SyntheticEvent<HTMLElement>) => void;
}

/**
 * The state of a form that is checked by a schema when it is sent: each error is shown at its field in the reader's
 * language, and the focus moves to the first.
 *
 * @param toInput What the schema looks at, made from the fields; fields and input share their names. An
 *   issue of the input that is no field's is left to the service to refuse.
 */
export function useCheckedForm<V extends Record<string, unknown>>(
  schema: z.ZodType,
  toInput: (values: V) => Readonly<Record<string, unknown>>,
  { initialValues, wrong, check }: CheckedFormOptions<V>,
): CheckedForm<V> {
  const { t } = useTranslation('ui');

  function say(problem: FieldProblem): string {
    return 'limit' in problem
      ? t(($) => $.field[problem.kind], { limit: problem.limit })
      : t(($) => $.field[problem.kind]);
  }

  function wordsFor(values: V): FormErrors {
    const words = Object.entries(fieldProblems(schema, toInput(values)))
      .filter(([field]) => Object.hasOwn(values, field))
      .map(([field, problem]) => [field, (problem.kind === 'wrong' && wrong?.[field]) || say(problem)]);
    return { ...check?.(values), ...Object.fromEntries(words) };
  }

  const form = useForm<V>({
    initialValues,
    validate: wordsFor,
    // Worded at every rendering: the language may change while an error is shown.
    enhanceGetInputProps: ({ inputProps, field, form: { values } }) =>
      inputProps.error ? { error: wordsFor(values)[String(field)] } : {},
  });

  return {
    form,
    onSubmit: (send) => (event) => {
      event.preventDefault();
      form.onSubmit(send, (errors) => focusFirstWrong(event.currentTarget, errors))();
    },
  };
}

/** A group of checkboxes or radio buttons cannot take the focus: its first one does. */
function focusFirstWrong(element: HTMLElement, errors: FormErrors): void {
  const fields = [...element.querySelectorAll<HTMLElement>('[data-path]')];
  const first = fields.find(({ dataset }) => errors[dataset.path ?? '']);
  const isField = first?.matches('input, textarea, button');
  (isField ? first : first?.querySelector<HTMLElement>('input, textarea, button'))?.focus();
}
