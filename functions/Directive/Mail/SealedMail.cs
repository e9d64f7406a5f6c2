using Directives.Chasing;
using Directives.Dossiers;
using Directives.Recommendations;

namespace Directives.Mail;

/// <summary>A mailbox after sealing.</summary>
/// <param name="Held">The mailbox.</param>
/// <param name="Letter">The letter, leased to whoever sealed it; null where there is none, or more is still to be put in.</param>
/// <param name="Contents">What it tells, if all of it was read just now.</param>
public sealed record SealedMail(Held<MailboxHead> Held, Letter? Letter, LetterContents? Contents);

/// <summary>What a letter tells: its notices in order, their obligations as they stand, by sheet and seat, and what is owed in recommendations, by the notice's key.</summary>
public sealed record LetterContents(
    IReadOnlyList<Notice> Notices, IReadOnlyDictionary<(string Sheet, string Seat), Obligation> Obligations, IReadOnlyDictionary<string, DutyLook> Cases);
