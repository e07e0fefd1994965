import { Command } from 'commander';
import { exportCommand } from './child/export.ts';

export function childCommand(): Command {
  const command = new Command('child').summary('what a site keeps of one child');
  command.addCommand(exportCommand().exitOverride());
  return command;
}
