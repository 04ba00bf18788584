/** The label that ties the Deployment of a client application to its pods. Its value is the name of the application. */
export const APP_LABEL = 'app';
