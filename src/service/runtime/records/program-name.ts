/** In the place of a user's name, where the program acted without anybody's call. */
export const PROGRAM = 'Faceward';
