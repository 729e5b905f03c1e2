namespace Kept.Domain.Coach;

/// <summary>What people do in schools, so that "AK ring mum" is read like "AK to ring mum".</summary>
internal static class Verbs
{
    /// <summary>A pattern for any of the verbs, plain or as "rings" or "ringing".</summary>
    public const string Any =
        @"(?:add|agree|alert|amend|answer|apply|arrange|ask|assess|attend|begin|book|bring|build|buy|call|chang|change|chase|check|circulate|clarify|collect|come|"
        + @"complete|confirm|contact|continue|copy|create|cut|deliver|discuss|do|download|draft|draw|drop|email|e-mail|explain|fetch|file|fill|find|finish|fix|gather|"
        + @"get|give|go|greet|hand|help|hold|inform|introduce|invite|join|keep|laminate|lead|lend|let|liaise|list|look|mak|make|mark|meet|message|monitor|move|notify|observe|"
        + @"offer|open|order|organise|pack|pass|pay|phone|pick|place|plan|post|practise|prepare|print|provide|put|raise|read|record|reduce|refer|remind|remove|"
        + @"reply|report|request|reserve|respond|return|review|ring|run|schedule|see|seek|send|set|share|show|sign|sit|sort|speak|start|stay|stop|submit|support|"
        + @"swap|take|talk|teach|tell|test|text|touch|track|train|trial|try|update|upload|use|visit|wait|walk|watch|work|write)";

    public const string AnyForm = @"(?:" + Any + @"(?:s|es|d|ed|ing|ting|ning|ping)?"
        + @"|(?:arrang|chang|chas|circulat|complet|creat|driv|giv|hav|invit|liais|mak|mov|not|observ|organis|phon|plac|practis|prepar|provid|rais|reduc|reserv|schedul|shar|tak|updat|us|writ)ing)";
}
