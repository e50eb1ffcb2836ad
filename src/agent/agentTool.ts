import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { reportUnexpected } from '../prompts/commandPipeline';
import { asMarkdown } from '../text/sanitize';

/** What a person sees of a call before it is carried out. */
export interface Preparation {
  /** What is shown while it runs. */
  readonly progress: string;
  /** What the person has to agree to first. What stands in the title is ours: a chat would draw a text of the server alive. */
  readonly question?: { readonly title: string; readonly detail: string };
}

/** A tool for language models. What it gives back is read by a model; what `prepare` says, by a person. */
export interface AgentTool<I> {
  /** Refuses what it does not know: a model may ask for anything. */
  readonly input: v.GenericSchema<unknown, I>;
  /** Changes nothing. */
  readonly prepare: (input: I) => Preparation | Promise<Preparation>;
  readonly run: (input: I) => Promise<string>;
}

/** Registers a tool. Nothing is thrown into VS Code: a model is told in words what went wrong. */
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

/** A chat draws a string as Markdown too, and the title can be nothing else; a dialog draws text. Markdown serves both. */
function asShown({ progress, question }: Preparation): vscode.PreparedToolInvocation {
  const markdown = (text: string) => new vscode.MarkdownString(asMarkdown(text));
  return {
    invocationMessage: markdown(progress),
    ...(question === undefined
      ? {}
      : { confirmationMessages: { title: question.title, message: markdown(question.detail) } }),
  };
}

/** Names the fields that are wrong, without what stood in them. */
function wrongInput(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.map((issue) => `${v.getDotPath(issue) ?? 'the input'}: expected ${issue.expected ?? 'less'}`);
  return `Nothing was done because the input is invalid. ${problems.join('; ')}.`;
}
