using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Agenda;

/// <summary>How the list can be narrowed.</summary>
public sealed partial class IndexModel
{
    public bool SeesAll => !Person.IsOnlyInterviewer();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public static IEnumerable<Choice> Spans => [new("1", "One day"), new("7", "One week"), new("28", "Four weeks"), new("92", "Three months")];

    public static IEnumerable<Choice> States => Choices.Of<AppointmentState>(s => s.Words());
}
