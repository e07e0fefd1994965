import { type Command, InvalidArgumentError } from 'commander';
import { EXIT_CODES } from '../run-command.ts';

/**
 * Has a command tell all that is wrong with how it was called, and not the first of it only: whoever mends one option is not
 * to meet the next one at the next try. commander ends at its first error; here each is kept until all have been looked at.
 */
export function tellAllAtOnce(command: Command): Command {
  for (const each of command.commands) tellAllAtOnce(each);
  const wrong: { readonly message: string; readonly code: string | undefined }[] = [];
  const end = command.error.bind(command);
  for (const option of command.options) {
    const parse = option.parseArg;
    if (!parse) continue;
    option.parseArg = <T>(text: string, previous: T) => {
      try {
        return parse(text, previous);
      } catch (error) {
        if (!(error instanceof InvalidArgumentError)) throw error;
        const message = `error: option '${option.flags}' argument '${text}' is invalid. ${error.message}`;
        wrong.push({ message, code: error.code });
        return previous;
      }
    };
  }
  command.error = (message, options) => {
    wrong.push({ message, code: options?.code });
    // Only as long as commander goes on behind it; what it cannot do without ends here.
    if (!GOES_ON.has(options?.code ?? '')) endWithAll();
    return undefined as never;
  };
  const endWithAll = () => {
    // A value behind an unknown option is no argument too many.
    const isUnknown = wrong.some(({ code }) => code === UNKNOWN);
    const told = wrong.filter(({ code }) => !(isUnknown && code === TOO_MANY));
    end(told.map(({ message }) => message).join('\n'), { exitCode: EXIT_CODES.misuse, code: told[0]?.code ?? UNKNOWN });
  };
  return command.hook('preAction', () => {
    if (wrong.length > 0) endWithAll();
  });
}

const UNKNOWN = 'commander.unknownOption';
const TOO_MANY = 'commander.excessArguments';
const GOES_ON = new Set([
  UNKNOWN,
  TOO_MANY,
  'commander.missingMandatoryOptionValue',
  'commander.conflictingOption',
  'commander.missingArgument',
]);
