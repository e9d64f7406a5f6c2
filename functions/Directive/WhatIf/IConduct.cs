using Directives.Calendars;
using Directives.Register;

namespace Directives.WhatIf;

/// <summary>Something owed for a period, as an edition asks for it.</summary>
/// <param name="Period">What the report is about.</param>
/// <param name="Due">Due date (local day).</param>
/// <param name="LastDay">Last local day on which a late report counts.</param>
public readonly record struct TriedDuty(string Directive, Period Period, string Seat, SeatRole Role, DateOnly Due, DateOnly LastDay);

/// <summary>What people do about what they owe; pure: the same duty gives the same answer, in whatever order they are asked for.</summary>
public interface IConduct
{
    /// <summary>When the report is filed without any letter (UTC); null where a letter is waited for, or it never is.</summary>
    /// <param name="opens">From when on it can be (UTC).</param>
    DateTimeOffset? OfOwnAccord(TriedDuty duty, DateTimeOffset opens);

    /// <summary>When it is filed by whoever had not done so of their own accord (UTC); null for never.</summary>
    /// <param name="heard">When the first letter with a link came (UTC).</param>
    DateTimeOffset? OnceHeard(TriedDuty duty, DateTimeOffset heard);
}
