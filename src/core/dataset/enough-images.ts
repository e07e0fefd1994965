/**
 * Test images that an emotion needs for a figure of its own: with fewer, one image more or less changes its recall by more
 * than a tenth. Below this number an emotion is neither counted in a test nor called validated.
 */
export const ENOUGH_TEST_IMAGES = 10;
