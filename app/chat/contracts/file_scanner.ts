/** Looks for malware in files before they are kept: a file without a verdict is never opened. */
export interface FileScanner {
  /**
   * Whether a file of this machine is clean.
   *
   * @throws any error when there is no verdict: the file is refused for now, and may be sent again
   */
  isClean(path: string): Promise<boolean>
}
