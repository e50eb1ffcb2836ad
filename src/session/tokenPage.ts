/**
 * The page where researchers create and delete API tokens (docs.prolific.com:
 * documentation/get-started/api-fundamentals).
 */
export const tokenPage = 'https://app.prolific.com/researcher/tokens/';
