using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.Trace;

/// <summary>Where somebody looked for a family at a wave; records one more.</summary>
public sealed class IndexModel : WaveTask
{
    public static readonly IEnumerable<Choice> Sources = Choices.Of<TracingSource>(s => s.Label());

    public static readonly IEnumerable<Choice> Results = Choices.Of<TracingResult>(r => r.Label(), r => r == TracingResult.NewDetails ? "Record them in the contact details" : null);

    [BindProperty] public TracingSource? Source { get; set; }

    [BindProperty] public TracingResult? Result { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public TypedDate NextOn { get; set; } = new();

    public TracedRows Rows => new(Family, Frame, Wave.Code, Person.May("Families/StrikeTracing"));

    /// <summary>Whose contact details are the first to be looked at.</summary>
    public Member? Main => Family.MainRespondent(Wave.Code, Today);

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var source = typed.Chosen(Source, "Source", "Choose where you looked.");
        var result = typed.Chosen(Result, "Result", "Choose what came of it.");
        var on = typed.Read(On.Read("On", "day"));
        DateOnly? next = NextOn.IsEmpty ? null : typed.Read(NextOn.Read("NextOn", "next day"));
        return await When(typed, async () =>
        {
            var door = HttpContext.RequestServices.GetRequiredService<TracingDoor>();
            var recorded = await door.Record(Family.Id, Wave.Code, new(source, on, Person.Account.ToString(), result, next), Person.ContactViewer(), Stamp());
            return await Answer(recorded.At(), _ => Done("It is recorded.", FamiliesLinks.Trace(Family.Id, Wave.Code)));
        });
    }
}
