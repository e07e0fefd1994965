/** What a dialog offers when films are chosen: browsers do not know all of them as videos. */
export const FILM_FILES = 'video/*,.mkv,.mts,.m2ts,.ts,.mov,.avi,.mxf,.mpg,.mpeg,.vob';
