import * as path from 'node:path';
import { projectRoot } from './projectRoot';

export type VersionName = 'floor' | 'newest';

export type ColorTheme = 'light' | 'dark' | 'highContrast' | 'highContrastLight';

export interface VSCodeVersion {
  readonly name: VersionName;
  /** The value of `vscode.version`. code-server 4.X.Y contains VS Code 1.X.Y. */
  readonly version: string;
  /** The Node.js major version of the desktop VS Code of that generation. */
  readonly nodeMajor: number;
  /** Its package.json and lock file. */
  readonly manifests: string;
  /** Some themes were renamed, so each version has its own names for the `workbench.colorTheme` setting. */
  readonly colorThemes: Readonly<Record<ColorTheme, string>>;
}

const manifestsOf = (version: string): string => path.join(projectRoot, 'test', 'host', version);

export const versions: Readonly<Record<VersionName, VSCodeVersion>> = {
  floor: {
    name: 'floor',
    version: '1.105.1',
    nodeMajor: 22,
    manifests: manifestsOf('1.105.1'),
    colorThemes: {
      light: 'Default Light Modern',
      dark: 'Default Dark Modern',
      highContrast: 'Default High Contrast',
      highContrastLight: 'Default High Contrast Light',
    },
  },
  newest: {
    name: 'newest',
    version: '1.139.1',
    nodeMajor: 24,
    manifests: manifestsOf('1.139.1'),
    colorThemes: {
      light: 'Light Modern',
      dark: 'Dark Modern',
      highContrast: 'Default High Contrast',
      highContrastLight: 'Default High Contrast Light',
    },
  },
};

export function isVersionName(text: string): text is VersionName {
  return text in versions;
}
