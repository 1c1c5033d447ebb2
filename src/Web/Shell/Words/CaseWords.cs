using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What can be said of who holds a case.</summary>
public static class CaseWords
{
    public static string Words(this WorkerChange change) => change switch
    {
        WorkerChange.NotKnown => "Not known",
        WorkerChange.Closed => "The case was closed in between",
        WorkerChange.Unallocated => "Nobody held it in between",
        WorkerChange.None => "None",
        WorkerChange.One => "One",
        _ => "Two or more",
    };
}
