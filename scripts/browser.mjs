import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Missing } from './missing.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium the browser tests drive.
 *
 * @returns {string | undefined} its path, or nothing if there is none
 */
export function chromiumPath() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  return [...onPath, ...ELSEWHERE].find(executable);
}

/** @param {string} file */
function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without one, every Chinese page is a page of empty boxes and its screenshots prove nothing. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}

/** Sees to Chromium and a Chinese font, or says what is missing: browser tests are never skipped. */
export function ensureBrowser(mayInstall = process.getuid?.() === 0) {
  if (chromiumPath() !== undefined && hasChineseFont()) return;
  if (mayInstall && existsSync('/usr/bin/apt-get')) {
    console.error(
      '正在安装 Chromium 与中文字体（apt-get）…  Installing Chromium and a Chinese font …',
    );
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (/** @type {string[]} */ args) =>
      spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    apt(['update', '-qq']);
    apt([
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fontconfig',
      'fonts-noto-cjk',
    ]);
  }
  if (chromiumPath() === undefined || !hasChineseFont())
    throw new Missing(
      '浏览器测试需要 Chromium 和中文字体：请由管理员运行 apt-get install chromium fonts-noto-cjk（或在本系统安装相应软件），然后重新运行。',
      'The browser tests need Chromium and a Chinese font: have an administrator run apt-get install chromium fonts-noto-cjk (or install their like on this system), then run this again.',
    );
}
