/**
 * What the system says of a file that it refuses, in words: "ENOENT: no such file or directory, open 'x'" helps whoever
 * wrote a program, and nobody on a ward.
 */
const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is a file and no folder',
  EISDIR: 'it is a folder, and a file was expected',
  EEXIST: 'there is something of that name already',
  ENOTEMPTY: 'the folder is not empty',
  ENAMETOOLONG: 'its name is longer than this system allows',
  ELOOP: 'its path goes round in links',
  EINVAL: 'this system takes no such name, or does not do that here',
  EACCES: 'the system does not let you: ask whoever owns it',
  EPERM: 'the system does not let you: ask whoever owns it',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EMFILE: 'this program may open no more files: close others, or raise the limit (ulimit -n)',
  ENFILE: 'this machine may open no more files: close other programs',
  EBUSY: 'another program holds it',
  EIO: 'the disk, or the way to it, fails',
  ENODEV: 'the disk is not there any more',
  ENXIO: 'it is a device that is not there',
  EXDEV: 'it lies on another disk',
  ETIMEDOUT: 'the network drive does not answer',
  ESTALE: 'the network drive has forgotten it: connect it again',
  EFBIG: 'it would be larger than that disk allows',
};

/** As Node writes it: the code, the system's own words, what was tried, and on which path or paths. */
const SAID = /\b(E[A-Z]{2,15}): [^,\n]{1,80}, ([a-z_]+)(?: '([^'\n]*)')?(?: -> '([^'\n]*)')?/g;

/** A path holds a zero byte, which no system allows. */
const ZERO_BYTE =
  /The (?:argument|property) '[^']{1,40}' must be [^\n]{1,80} without null bytes\. Received '([^\n]*)'/g;

/** Puts what the system said within a message into words; what it knows no words for stays as it is. */
export function systemWords(message: string): string {
  return message
    .replaceAll(SAID, (said, code: string, tried: string, path?: string, other?: string) => {
      const words = code === 'ENOENT' && tried === 'mkdir' ? 'nothing can be made there' : WORDS[code];
      if (!words) return said;
      const paths = [path, other].filter((each) => each !== undefined);
      return paths.length === 0 ? words : `${words} (${paths.join(' to ')})`;
    })
    .replaceAll(ZERO_BYTE, 'a path without zero bytes was expected; found $1');
}
