using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Contacts;

/// <summary>What safe contact says to sending a member something. Asked on behalf of the house: who sends it never sees the flags, only what they forbid.</summary>
public sealed class SendingSafety(IGrainFactory grains)
{
    private static readonly ContactViewer House = new(Office: true, Interviewer: false, Sites: null);

    /// <summary>Why not; <c>null</c> where nothing forbids it.</summary>
    public async Task<Refusal?> Fault(MemberId member, AttemptMode way, string account) =>
        await grains.Contact(member.Family).Check(member, new(way, Local: null), House, account) is Decision<ContactUse>.Refused(var why) && AttemptDoor.IsOfSafety(why) ? why : null;
}
