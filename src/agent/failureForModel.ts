import type { Failure } from '../api';

/** Says to a model what went wrong, in one fixed sentence for each kind: what the server says could be instructions. */
export function failureForModel({ kind }: Pick<Failure, 'kind'>): string {
  switch (kind) {
    case 'unauthorized':
      return 'Prolific rejected the API token. Ask the user to run the command "Prolific: Sign In".';
    case 'forbidden':
      return "The user's account doesn't have permission for this.";
    case 'notFound':
      return "It doesn't exist, or the user's account doesn't have access.";
    case 'conflict':
    case 'invalid':
    case 'unexpectedStatus':
      return 'Prolific rejected the request.';
    case 'rateLimited':
      return 'Prolific is limiting requests. Try again in a minute.';
    case 'server':
      return 'Prolific is having problems. Try again later.';
    case 'timedOut':
    case 'network':
    case 'certificate':
      return "Prolific couldn't be reached.";
    case 'redirected':
    case 'tooLarge':
    case 'unreadable':
      return 'Prolific returned an unexpected response.';
    case 'sessionEnded':
      return 'The user signed out.';
    case 'aborted':
      return 'The request was canceled.';
  }
}
