import type { Page } from '@playwright/test';

export interface SiteOptions {
  readonly dataDir: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** A motion JPEG file that plays as the camera; without it Chromium's test pattern does. */
  readonly camera?: string;
  /** How many cameras the machine has, each showing the test pattern; one by default. */
  readonly cameras?: number;
}

/** The program under test, with one window open. */
export interface Site {
  readonly page: Page;
  /** Where its first window was opened. */
  readonly address: string;
  close(): Promise<void>;
  /** Ends the program as a power cut would. */
  kill(): Promise<void>;
}
