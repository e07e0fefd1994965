import { Command } from 'commander';
import { exportCommand } from './model/export.ts';
import { importCommand } from './model/import.ts';
import { onnxCommand } from './model/onnx.ts';
import { verifyCommand } from './model/verify.ts';

export function modelCommand(): Command {
  const command = new Command('model').summary('carry a model to other programs, and between sites');
  for (const each of [onnxCommand(), exportCommand(), importCommand(), verifyCommand()]) {
    command.addCommand(each.exitOverride());
  }
  return command;
}
