/** Names shared by the main process and the preload; renamed in one place or not at all. */

/** Key of the bridge on the window: `window.faceward`. */
export const BRIDGE_KEY = 'faceward';

/** Invoked by the window: (name, input) -> Answer. */
export const CALL_CHANNEL = 'faceward:call';

/** Sent to the window: (name, data). */
export const EVENT_CHANNEL = 'faceward:event';

/** Invoked by the window: () -> path of the folder that the person chose, or null. */
export const CHOOSE_FOLDER_CHANNEL = 'faceward:choose-folder';
