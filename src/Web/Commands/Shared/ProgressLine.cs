using Spectre.Console;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>How far long work has come: a bar on a terminal, nothing in a pipe. It is drawn on standard error, so that standard output holds the answer alone.</summary>
internal static class ProgressLine
{
    /// <param name="work">Is given where to report how much of 1 is done, and in which words.</param>
    public static async Task<T> Show<T>(string what, Func<Action<string, double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected) return await work((_, _) => { });
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async shown =>
            {
                var bar = shown.AddTask(Markup.Escape(what), maxValue: 1);
                return await work((words, share) => (bar.Description, bar.Value) = (Markup.Escape(words), share));
            });
    }
}
