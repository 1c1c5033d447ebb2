using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Reminders;

namespace SosLongitudinal.Tests.Grains.Faults;

/// <summary>
/// Whoever books or sends dies at one chosen call to a diary, to the family's appointments or messages, to its contact details or to a focus group: before it
/// arrives, or after it was done and before its answer. From then on nothing that it calls arrives, until the test mends it.
/// </summary>
public sealed class CrashingCaller : IIncomingGrainCallFilter
{
    private int until = int.MaxValue;
    private int calls;
    private bool afterwards;

    /// <summary>Whether it came to the chosen call.</summary>
    private bool HasCrashed => Volatile.Read(ref calls) >= until;

    private void CrashAt(int call, bool afterItWasDone) => (calls, until, afterwards) = (0, call, afterItWasDone);

    private void Mend() => until = int.MaxValue;

    /// <summary>Does something that dies at the chosen call, and mends; answers whether it came so far.</summary>
    public async Task<bool> Crashes(Func<Task> act, int call, bool afterItWasDone)
    {
        CrashAt(call, afterItWasDone);
        try
        {
            await act();
        }
        catch (TimeoutException)
        {
            // its process is gone
        }
        var crashed = HasCrashed;
        Mend();
        return crashed;
    }

    public async Task Invoke(IIncomingGrainCallContext call)
    {
        var door = call.InterfaceMethod.DeclaringType;
        if ((door != typeof(IDiary) && door != typeof(IFamilyAppointments) && door != typeof(IFocusGroup) && door != typeof(IFamilyMessages) && door != typeof(IContactDetails)) || until == int.MaxValue)
        {
            await call.Invoke();
            return;
        }
        var n = Interlocked.Increment(ref calls);
        if (n < until || (n == until && afterwards)) await call.Invoke();
        if (n >= until) throw new TimeoutException("crashed by a test");
    }
}
