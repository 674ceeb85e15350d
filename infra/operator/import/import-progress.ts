/** How far a file was read, kept beside it, so that an import that was stopped goes on where it was. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

interface Kept {
  readonly kind: string;
  /** Of the file: another size is another file. */
  readonly bytes: number;
  readonly target: string;
  readonly line: number;
}

export class ImportProgress {
  readonly #file: string;
  readonly #about: Omit<Kept, 'line'>;

  /** @param target the deployment it goes to, as it is called */
  constructor(source: string, kind: string, target: string) {
    this.#file = `${source}.progress.json`;
    this.#about = { kind, target, bytes: statSync(source).size };
  }

  /** The last line that is done; 0 where none is, or where the file, its kind or the deployment is another. */
  read(): number {
    if (!existsSync(this.#file)) return 0;
    try {
      const kept = JSON.parse(readFileSync(this.#file, 'utf8')) as Kept;
      const { kind, target, bytes } = this.#about;
      const isSame = kept.kind === kind && kept.target === target && kept.bytes === bytes;
      return isSame && Number.isInteger(kept.line) ? kept.line : 0;
    } catch {
      return 0;
    }
  }

  write(line: number): void {
    // Renamed into place: a stop in the middle leaves the one before.
    writeFileSync(`${this.#file}.new`, JSON.stringify({ ...this.#about, line }));
    renameSync(`${this.#file}.new`, this.#file);
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }
}
