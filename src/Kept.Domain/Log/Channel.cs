namespace Kept.Domain.Log;

/// <summary>How the school and the family spoke, or that they did not and somebody saw it.</summary>
public enum Channel
{
    Phone,
    AtTheGate,
    Email,
    Meeting,
    Text,
    Letter,
    Visit,
    VideoCall,
    Other,

    /// <summary>Written by a carer on their own page.</summary>
    Portal,

    /// <summary>No conversation: a member of staff saw or heard it.</summary>
    SeenInSchool
}

public static class Channels
{
    /// <summary>Those of which staff log: what a carer writes comes by itself.</summary>
    public static IEnumerable<Channel> ToLog => Enum.GetValues<Channel>().Where(c => c is not Channel.Portal).OrderBy(c => c is Channel.Other);

    public static string InWords(this Channel channel) => channel switch
    {
        Channel.Phone => "Phone call",
        Channel.AtTheGate => "At the gate",
        Channel.VideoCall => "Video call",
        Channel.Portal => "Family page",
        Channel.SeenInSchool => "Seen in school",
        _ => channel.ToString()
    };

    /// <summary>Reads what schools write in a spreadsheet; null when it is none of these.</summary>
    public static Channel? Read(string? text)
    {
        var key = Text.Key(text ?? "");
        return key switch
        {
            "" => null,
            "phone" or "phone call" or "telephone" or "call" or "tel" or "phoned" => Channel.Phone,
            "gate" or "at the gate" or "playground" or "drop off" or "pick up" or "in person" or "face to face" => Channel.AtTheGate,
            "email" or "e mail" or "mail" => Channel.Email,
            "text" or "sms" or "text message" or "message" => Channel.Text,
            "seen" or "seen in school" or "in school" or "observed" or "observation" => Channel.SeenInSchool,
            "letter" or "post" or "note home" => Channel.Letter,
            "visit" or "home visit" => Channel.Visit,
            "video" or "video call" or "teams" or "zoom" or "online" => Channel.VideoCall,
            _ when key.Contains("meeting", StringComparison.Ordinal) || key.Contains("review", StringComparison.Ordinal) => Channel.Meeting,
            _ when key.Contains("phone", StringComparison.Ordinal) || key.Contains("call", StringComparison.Ordinal) => Channel.Phone,
            _ when key.Contains("email", StringComparison.Ordinal) => Channel.Email,
            _ => null
        };
    }
}
