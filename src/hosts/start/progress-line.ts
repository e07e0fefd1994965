/**
 * Says what a person is waiting for, with the seconds gone where the terminal can show them.
 *
 * @returns The function that ends the line with how it went.
 */
export function progressLine(text: string, stream: NodeJS.WriteStream = process.stderr): (outcome: string) => void {
  const startedAtMs = Date.now();
  if (!stream.isTTY) {
    stream.write(`${text} …\n`);
    return (outcome) => stream.write(`${text}: ${outcome}\n`);
  }
  const draw = () => stream.write(`\r${text} … ${Math.round((Date.now() - startedAtMs) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return (outcome) => {
    clearInterval(timer);
    stream.write(`\r\u001b[K${text}: ${outcome}\n`);
  };
}
