using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Reminders;

/// <summary>What is to be sent in the next week and what was noted in the last month; ids only.</summary>
public sealed record MessagesView(ImmutableArray<DueMessage> Upcoming, ImmutableArray<MessageRow> Noted);

/// <summary>/reminders: terms, wording, what was and will be sent, and sending what is due now.</summary>
internal static class RemindersApi
{
    public static void MapReminders(this RouteGroupBuilder api)
    {
        var reminders = api.MapGroup("/reminders").WithTags("Reminders");
        reminders.MapGet("", async (IGrainFactory grains) => Results.Ok(await grains.Reminders().Read())).Task("Api/Reminders/Read").Produces<ReminderPlan>().WithSummary("When reminders are sent, how many at most, and what they say");
        reminders.MapPut("/terms", async (ReminderTerms body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
                (await grains.Reminders().SetTerms(body, person.Stamp(key, clock))).ToResult(Results.Ok))
            .Task("Api/Reminders/Set").Produces<ReminderPlan>().WithSummary("Switch reminders and digests on or off, and set days, hours and the most messages to a person");
        reminders.MapPut("/wording", async (ReminderWording body, IdempotencyKey key, Person person, IGrainFactory grains, TimeProvider clock) =>
                (await grains.Reminders().SetWording(body, person.Stamp(key, clock))).ToResult(Results.Ok))
            .Task("Api/Reminders/Set").Produces<ReminderPlan>().WithSummary("Set what a reminder says in one language; it may not name what is studied or where");
        reminders.MapGet("/messages", Messages).Task("Api/Reminders/Read").Produces<MessagesView>().WithSummary("What is to be sent within a week, and what was noted in the last 30 days with its outcome; ids only");
        reminders.MapPost("/run", async (IGrainFactory grains) => Results.Ok(await grains.ReminderRound().Run())).Task("Api/Reminders/Run").Produces<ReminderReport>().WithSummary("Send what is due now, instead of waiting for the next minute");
    }

    private static async Task<IResult> Messages(Person person, IGrainFactory grains, MessageRegisters registers, TimeProvider clock)
    {
        var (plan, now) = (await grains.Reminders().Read(), clock.GetUtcNow());
        return Results.Ok(new MessagesView(await registers.Due(plan.Terms, now, now.AddDays(7), person.Scope()), await registers.Log(now.AddDays(-30), person.Scope())));
    }
}
