using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>A worker on an authority's list.</summary>
public sealed record WorkerRow(int Row, SiteCode Site, string Number, string Name, string Team, Employment Employment, DateOnly From, DateOnly? LeftOn)
{
    internal static WorkerRow Read(ListCells cells)
    {
        if (cells.Text("from").Length == 0) cells.Needed("from");
        return new(cells.Row, cells.Code<SiteCode>("site"), cells.Needed("number"), cells.Needed("name"), cells.Text("team"), cells.Case<Employment>("employment") ?? default, cells.Day("from") ?? default, cells.Day("left_on"));
    }
}

/// <summary>Whom a row is about.</summary>
/// <param name="Id">The family's id; empty where the row has a serial.</param>
/// <param name="Site">Narrows a serial that several sites use; may be empty.</param>
public readonly record struct WhichFamily(string Id, string Serial, string Site)
{
    internal static WhichFamily Read(ListCells cells)
    {
        var which = new WhichFamily(cells.Text("id"), cells.Text("serial"), cells.Text("site").ToLowerInvariant());
        if (which.Id.Length == 0 && which.Serial.Length == 0) cells.Fault("serial", "import.which-family", "The row says neither an id nor a serial.");
        return which;
    }
}

/// <summary>Who held a family's case from when on. <paramref name="Worker"/> is an id or the authority's number; empty where the holder is nobody named.</summary>
public sealed record AllocationRow(int Row, WhichFamily Family, string Worker, CaseHolder? Holder, PartialDate From, DateOnly? KnownTo, string Source, string Reason)
{
    internal static AllocationRow Read(ListCells cells)
    {
        var worker = cells.Text("worker");
        if (cells.Text("from").Length == 0) cells.Needed("from");
        return new(cells.Row, WhichFamily.Read(cells), worker, HolderOf(cells, worker), cells.Date("from") ?? default, cells.Day("known_to"), SourceOf(cells), cells.Text("reason"));
    }

    internal static string SourceOf(ListCells cells) => cells.Text("source") is { Length: > 0 } said ? said : "authority";

    private static CaseHolder? HolderOf(ListCells cells, string worker)
    {
        CaseHolder? holder = cells.Text("holder").ToLowerInvariant() switch
        {
            "unidentified" => new CaseHolder.Unidentified(cells.Text("label")),
            "team" => new CaseHolder.Team(cells.Text("label")),
            "unallocated" => new CaseHolder.Unallocated(),
            "closed" => new CaseHolder.Closed(),
            "not-known" or "not known" => new CaseHolder.NotKnown(),
            _ => null,
        };
        if (worker.Length > 0 == (cells.Text("holder").Length > 0) || (worker.Length == 0 && holder is null))
            cells.Fault("holder", "import.holder", "Give either a worker or one of the holders unidentified, team, unallocated, closed, not-known.");
        return holder;
    }
}

/// <summary>A case event on an authority's list. <paramref name="Child"/> is a member's id, or C1 for the first child; empty where it concerns the family.</summary>
public sealed record CaseEventRow(int Row, WhichFamily Family, CaseEventKind Event, PartialDate On, string Child, string Source)
{
    internal static CaseEventRow Read(ListCells cells)
    {
        if (cells.Text("event").Length == 0) cells.Needed("event");
        if (cells.Text("on").Length == 0) cells.Needed("on");
        return new(cells.Row, WhichFamily.Read(cells), cells.Case<CaseEventKind>("event") ?? default, cells.Date("on") ?? default, cells.Text("child"), AllocationRow.SourceOf(cells));
    }
}
