using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Web.Commands;

/// <summary>The one line that says where the study is and where its data lies.</summary>
internal static class StartUpWords
{
    public static void Print(ServeOptions options, IEnumerable<string> urls)
    {
        var store = options.AzureConnection is null ? $"{options.Data} (SQLite, this one process)" : "Azure Storage";
        var only = options.Demo is null ? "" : " The demo study holds synthetic families and is served on this machine only.";
        Console.WriteLine($"SosLongitudinal serves {string.Join(" and ", urls)}; the data lies in {store}.{only}");
    }
}
