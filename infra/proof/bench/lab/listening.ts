/** What a function writes while it runs goes into a list of lines instead of onto the terminal. */
export async function listening<Result>(log: string[], run: () => Promise<Result>): Promise<Result> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    stream.write = ((chunk: string | Uint8Array) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      log.push(...text.split('\n').filter((line) => line !== ''));
      return true;
    }) as typeof stream.write;
  }
  try {
    return await run();
  } finally {
    streams.forEach((stream, nth) => {
      stream.write = writes[nth] as typeof stream.write;
    });
  }
}
