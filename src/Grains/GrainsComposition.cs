using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Hosting;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Registers.Kept;
using SosLongitudinal.Grains.Releases;
using SosLongitudinal.Grains.Reminders;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Grains;

/// <summary>What the doors need of a silo. The record store itself is the host's to register.</summary>
public static class GrainsComposition
{
    public static ISiloBuilder AddSosGrains(this ISiloBuilder silo, RegisterOptions registers)
    {
        silo.AddRecordGrainStorage(Records.Provider);
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System); // what the cluster itself asks for: its silos carry the machine's time in their names, whatever day it is in the study
        silo.Services.AddSingleton(registers).AddSingleton<StudyFrames>().AddSingleton<FamilyRegisters>().AddSingleton<FormTallies>().AddSingleton<FormWorkRegisters>().AddSingleton<FormPassage>().AddSingleton<Trays>().AddSingleton<TrayMatching>().AddSingleton<ShardProjector>().AddSingleton<LoadingHeap>().AddSingleton<ContactSeals>().AddSingleton<ContactPrints>().AddSingleton<StudySecret>().AddSingleton<DoubleEntrySamples>().AddSingleton<DoubleEntryRegisters>();
        silo.Services.AddSingleton<QualityRegisters>();
        silo.Services.AddSingleton<PastStudy>().AddSingleton<RecipeReading>().AddSingleton<ReleaseMaking>().AddSingleton<ReleaseShelf>().AddSingleton<ReleaseRegisters>().AddSingleton<ReleaseFlags>().AddSingleton<ReleaseComparing>();
        silo.Services.AddSingleton<DiarySettling>().AddSingleton<Bookings>().AddSingleton<Absences>().AddSingleton<CalendarFeeds>().AddSingleton<AgendaRegisters>().AddSingleton<Demo.DemoBookingPass>();
        silo.Services.AddSingleton<Interviewers>().AddSingleton<MeetingSafety>().AddSingleton<SlotFinder>().AddSingleton<PlanGathering>().AddSingleton<PlanAcceptance>();
        silo.Services.AddSingleton<GroupBookings>().AddSingleton<GroupInvitations>().AddSingleton<GroupWatch>().AddSingleton<InviteSafety>();
        silo.Services.AddSingleton<FieldworkRegisters>().AddSingleton<AttemptDoor>().AddSingleton<TracingDoor>().AddSingleton<OpenConcerns>().AddSingleton<SendingSafety>().AddSingleton<VoucherDesk>();
        silo.Services.AddSingleton<Reassignments>().AddSingleton<Erasures>().AddSingleton<ContactCarrying>().AddSingleton<Merging>().AddSingleton<Splitting>().AddSingleton<ConsentRegisters>();
        silo.Services.AddSingleton<SheetBooks>().AddSingleton<Departing>();
        silo.Services.AddSingleton<MessageRegisters>().AddSingleton<MessageDoor>().AddSingleton<DigestWriter>().AddSingleton<OverdueAlerts>().TryAddSingleton<IMailOut, NoMail>();
        silo.AddStartupTask(async (services, _) => await services.GetRequiredService<FamilyRegisters>().Status());
        return silo;
    }
}
