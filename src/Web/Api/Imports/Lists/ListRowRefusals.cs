using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>Refusals of rows of a list. Codes are public and never reworded.</summary>
public static class ListRowRefusals
{
    public static readonly Refusal NoCohort = new("list.no-cohort", "Give the cohort's code on one row of the family.");
    public static readonly Refusal NoSampling = new("list.no-sampling", "Give the day of sampling on one row of the family.");
    public static readonly Refusal UnknownChild = new("list.unknown-child", "The family has no such child. Give the child's id, or C1 for the first child of the family, C2 for the second.");

    public static Refusal RowsDiffer(int row) => new("list.rows-differ", string.Create(CultureInfo.InvariantCulture, $"Row {row} of the same family says something else. Keep one of them."));

    public static Refusal OtherRowFaulty(int row) => new("list.other-row", string.Create(CultureInfo.InvariantCulture, $"Row {row} of the same family cannot be taken, so neither is this one."));

    public static Refusal MemberNotThere(FamilyId family) => new("list.member-not-there", $"Family {family} is in the study already, without this person. Add them on its page.");

    public static Refusal SameInFile(int row) =>
        new("list.same-in-file", string.Create(CultureInfo.InvariantCulture, $"This may be the same family as that on row {row}. If it is, remove one; if not, say why in the column not_same_because."));

    public static Refusal UnknownWorker(string worker) => new("list.unknown-worker", $"No worker has the id or number '{worker}'. Import the workers first.");

    public static Refusal SeveralWorkers(string worker) => new("list.several-workers", $"Several workers have the number '{worker}'. Give the worker's id here.");

    public static Refusal WorkerDiffers(WorkerId worker) => new("list.worker-differs", $"Worker {worker} is registered under this number with another day of leaving. Change it on their page.");
}
