const STEP = 5;

/** A line that grows on a terminal, a line every few percent elsewhere. Goes to the standard error. */
export function showProgress(label: string): (done: number, total: number) => void {
  let told = -STEP;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (process.stderr.isTTY) {
      const bar = '█'.repeat(Math.floor(percent / 4)).padEnd(25, '·');
      process.stderr.write(
        `\r${label}  ${bar} ${String(percent).padStart(3)} %${percent === 100 ? '\n' : ''}`,
      );
    } else if (percent >= told + STEP) {
      told = percent;
      process.stderr.write(`${label} ${percent} %\n`);
    }
  };
}
