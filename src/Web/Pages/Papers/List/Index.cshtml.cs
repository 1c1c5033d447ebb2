using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Papers.List;

/// <summary>Where paper forms are: sent, received, keyed, verified, boxed.</summary>
public sealed class IndexModel(FormWorkRegisters registers, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [FromQuery] public string Site { get; set; } = "";

    [FromQuery] public string Wave { get; set; } = "";

    [FromQuery] public string Instrument { get; set; } = "";

    [FromQuery] public ReceiptStep? Step { get; set; }

    /// <summary>Sent and not back after this many days; empty does not narrow.</summary>
    [FromQuery] public string OutFor { get; set; } = "";

    [FromQuery] public string Box { get; set; } = "";

    [FromQuery] public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public ReceiptPage Found { get; private set; } = new([], 0, null);

    public DateOnly Today { get; private set; }

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));

    public IEnumerable<Choice> Instruments => Frame.Shelf.Newest.Select(i => new Choice(i.Id.ToString(), i.Title));

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        var days = int.TryParse(OutFor.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 3_660 ? n : (int?)null;
        Found = await registers.Receipts(new()
        {
            Scope = Person.Scope(),
            Site = SiteCode.TryParse(Site, null, out var site) ? site : null,
            Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null,
            Instrument = InstrumentId.TryParse(Instrument, null, out var instrument) ? instrument : null,
            Last = Step,
            SentUntil = days is { } since ? Today.AddDays(-since) : null,
            Box = Box.Trim() is { Length: > 0 } box ? box : null,
            After = WorkCursor.TryParse(After, null, out var after) ? after : null,
        });
    }

    public string? Next => Found.Next is { } next
        ? FormWorkLinks.Papers + QueryString.Create(new KeyValuePair<string, string?>[] { new("Site", Site), new("Wave", Wave), new("Instrument", Instrument), new("Step", $"{Step}"), new("OutFor", OutFor), new("Box", Box), new("After", $"{next}") })
        : null;
}
