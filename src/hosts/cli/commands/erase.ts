import { Command } from 'commander';
import { addEraseCommands } from './erase/erase-one.ts';
import { userCommand } from './erase/erase-user.ts';
import { listCommand } from './erase/list.ts';
import { receiptCommand } from './erase/receipt.ts';
import { nowCommand, undoCommand } from './erase/undo.ts';
import { verifyCommand } from './erase/verify.ts';

export function eraseCommand(): Command {
  const command = new Command('erase').summary(
    'erase a child, a session, a picture, a video or a user’s name, with a signed receipt',
  );
  addEraseCommands(command);
  for (const each of [userCommand(), listCommand(), undoCommand(), nowCommand(), receiptCommand(), verifyCommand()])
    command.addCommand(each.exitOverride());
  return command;
}
