import { Command } from 'commander';
import { exportCommand } from './audit/export.ts';
import { verifyCommand } from './audit/verify.ts';

export function auditCommand(): Command {
  const command = new Command('audit').summary('the audit log: a signed copy of it, and whether it is whole');
  for (const each of [exportCommand(), verifyCommand()]) command.addCommand(each.exitOverride());
  return command;
}
