import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { reportUnexpected } from '../prompts/commandPipeline';
import { asMarkdown } from '../text/sanitize';

/** What the user sees before a tool runs. */
export interface Preparation {
  /** Shown while it runs. */
  readonly progress: string;
  /** What the user must confirm first. The title never contains server text, because chat renders it as Markdown. */
  readonly question?: { readonly title: string; readonly detail: string };
}

/** A tool for language models. A model reads its result; the user reads what `prepare` returns. */
export interface AgentTool<I> {
  /** Rejects unknown fields: a model may send anything. */
  readonly input: v.GenericSchema<unknown, I>;
  /** Changes nothing. */
  readonly prepare: (input: I) => Preparation | Promise<Preparation>;
  readonly run: (input: I) => Promise<string>;
}

/** Registers a tool. Never throws into VS Code: errors are reported to the model in words. */
export function registerTool<I>(name: ToolName, log: Log, tool: AgentTool<I>): vscode.Disposable {
  return vscode.lm.registerTool<unknown>(name, {
    prepareInvocation: async ({ input }) => {
      const parsed = v.safeParse(tool.input, input);
      return parsed.success ? asShown(await tool.prepare(parsed.output)) : undefined;
    },
    invoke: async ({ input }) => {
      const parsed = v.safeParse(tool.input, input);
      const text = parsed.success
        ? await tool.run(parsed.output).catch((error: unknown) => reportUnexpected(error, name, log).message)
        : wrongInput(parsed.issues);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}

/**
 * Chat renders strings as Markdown too, and a title must be a string; a dialog shows plain text. Markdown works for
 * both.
 */
function asShown({ progress, question }: Preparation): vscode.PreparedToolInvocation {
  const markdown = (text: string) => new vscode.MarkdownString(asMarkdown(text));
  return {
    invocationMessage: markdown(progress),
    ...(question === undefined
      ? {}
      : { confirmationMessages: { title: question.title, message: markdown(question.detail) } }),
  };
}

/** Names the invalid fields without their values. */
function wrongInput(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.map((issue) => `${v.getDotPath(issue) ?? 'the input'}: expected ${issue.expected ?? 'less'}`);
  return `Nothing was done because the input is invalid. ${problems.join('; ')}.`;
}
