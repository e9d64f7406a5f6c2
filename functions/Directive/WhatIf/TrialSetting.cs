using Directives.Assistants;
using Directives.Calendars;
using Directives.Editions;
using Directives.Register;
using Directives.Simulation;

namespace Directives.WhatIf;

/// <summary>What all editions of a comparison are tried with: the same register, days, seed and people.</summary>
public sealed record TrialSetting
{
    public required RegisterSnapshot Register { get; init; }

    public AssistantSet Assistants { get; init; } = AssistantSet.None;

    public required WorkCalendar Calendar { get; init; }

    /// <summary>Span, seed, and the shares by which people behave where nothing else is known of them.</summary>
    public required YearOptions Options { get; init; }

    /// <summary>What people did; null where they behave by the shares alone.</summary>
    public PastFilings? Past { get; init; }

    /// <summary>The first local day of the installation, where it lies within the span: nothing was owed before.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The first local day on which anything is owed.</summary>
    public DateOnly Begins => Since is { } since && since > Options.From ? since : Options.From;

    /// <summary>Sheets played at the same time; the result is the same whatever it is.</summary>
    public int AtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>What people do, in an edition's working hours.</summary>
    internal IConduct ConductIn(Edition edition)
    {
        var drawn = new DrawnConduct(Options, Calendar, edition);
        return Past is null ? drawn : new PastConduct(Past, Calendar, Zone.Of(edition.Zone), drawn);
    }
}
