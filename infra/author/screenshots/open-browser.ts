/** A headless Chromium that shows Japanese on any machine: for the checks and the pictures. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { processEnvironment } from '../../../shared/settings/process-environment.ts';

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'));

/** The system's fonts and the Japanese ones of the package, so that no text shows as boxes. */
function fontSettings(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tsunagu-fonts-')), 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${join(fonts, '400Regular')}</dir><dir>${join(fonts, '700Bold')}</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
<alias binding="weak"><family>sans-serif</family><prefer><family>Noto Sans JP</family></prefer></alias>
</fontconfig>`,
  );
  return file;
}

/** The packaged Chromium is built for Linux on x64; elsewhere the Chrome that is installed serves. */
async function whichBrowser(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath() };
}

/** Starts it; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(await whichBrowser()),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    env: { ...processEnvironment(), FONTCONFIG_FILE: fontSettings() } as Record<string, string>,
  });
}
